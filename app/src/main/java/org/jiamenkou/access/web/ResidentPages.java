package org.jiamenkou.access.web;

import gg.jte.Content;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jiamenkou.access.Resident;
import org.jiamenkou.access.Residents;
import org.jiamenkou.platform.PageBlock;
import org.jiamenkou.platform.web.Page;
import org.jiamenkou.platform.web.Pages;
import org.jiamenkou.platform.web.WithForm;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** A resident's own page. */
@RestController
@WithForm
class ResidentPages {
    private final ResidentSession sessions;
    private final Residents residents;
    private final Pages pages;
    private final List<PageBlock<Resident>> blocks;

    ResidentPages(
            ResidentSession sessions, Residents residents, Pages pages, ObjectProvider<PageBlock<Resident>> blocks) {
        this.sessions = sessions;
        this.residents = residents;
        this.pages = pages;
        this.blocks = blocks.stream()
                .sorted(Comparator.comparingInt(PageBlock::order))
                .toList();
    }

    @GetMapping("/me")
    ResponseEntity<byte[]> me(Page page) {
        Optional<Resident> resident = sessions.current();
        List<Content> shown = resident.map(one -> blocks.stream()
                        .flatMap(block -> block.render(one, page).stream())
                        .toList())
                .orElse(List.of());
        return pages.ok(
                "access/resident/me",
                page,
                Map.of("resident", resident, "own", resident.map(residents::own), "blocks", shown));
    }

    @PostMapping("/me/sign-out")
    ResponseEntity<byte[]> signOut(HttpServletRequest request) {
        if (ResidentSession.isOpen()) {
            sessions.close(request);
        }
        return Pages.seeOther("/me");
    }
}
