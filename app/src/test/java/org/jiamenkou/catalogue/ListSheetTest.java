package org.jiamenkou.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jiamenkou.TestApp;
import org.jiamenkou.Visitor;
import org.jiamenkou.access.Actor;
import org.jiamenkou.access.ImportAnswer;
import org.jiamenkou.access.Imports;
import org.jiamenkou.access.Right;
import org.jiamenkou.access.SheetKind;
import org.jiamenkou.access.StagedImport;
import org.jiamenkou.network.Divisions;
import org.jiamenkou.platform.database.Areas;
import org.jiamenkou.platform.sheets.StagedSheets;
import org.jiamenkou.platform.web.AccessRefusedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lists by sheet: a draft, never a version; a wrong file changes nothing. */
class ListSheetTest {
    private static final TestApp APP = TestApp.shared();
    private static final Imports IMPORTS = APP.bean(Imports.class);
    private static final ListUpkeep UPKEEP = APP.bean(ListUpkeep.class);
    private static final String HEADER = "list,area,number,name_zh,law,clause,instead_zh\n";
    private static final String YANGPU = "310110000000";
    private static final Charset GB = Charset.forName("GB18030");

    @TempDir
    Path folder;

    private static Actor officer(String area) {
        UUID id = APP.bean(Divisions.class).find(area).orElseThrow().id().value();
        return new Actor(UUID.randomUUID(), "表格员", Map.of(Right.EDIT_LISTS, Areas.within(Set.of(id))), Set.of());
    }

    private static SheetKind kind(Actor actor) {
        return IMPORTS.find(actor, "lists").orElseThrow();
    }

    private StagedImport uploaded(Actor actor, byte[] text) throws IOException {
        Path file = Files.write(folder.resolve(UUID.randomUUID() + ".csv"), text);
        ImportAnswer answer = IMPORTS.upload(actor, kind(actor), file, new StagedSheets.FileName("清单.csv"));
        return IMPORTS.find(actor, ((ImportAnswer.Staged) answer).id()).orElseThrow();
    }

    private StagedImport uploaded(Actor actor, String rows) throws IOException {
        return uploaded(actor, (HEADER + rows).getBytes(StandardCharsets.UTF_8));
    }

    private static ListUpkeep.Kept kept(Actor actor, ListKind list) {
        return UPKEEP.read(actor, UPKEEP.find(actor, YANGPU, list.code()).orElseThrow());
    }

    @Test
    void a_sheet_of_the_code_page_of_spreadsheets_becomes_a_draft_once_and_again_nothing() throws IOException {
        Actor actor = officer(YANGPU);
        String rows = "印章使用清单,杨浦区,1,居住情况说明,上海市居民委员会工作条例,第二十四条,\nseal," + YANGPU + ",2,丧事办理说明,,,\n";
        StagedImport staged = uploaded(actor, (HEADER + rows).getBytes(GB));
        assertThat(staged.state()).isEqualTo(StagedImport.State.READY);
        assertThat(kept(actor, ListKind.SEAL).draft()).isNull();
        assertThat(IMPORTS.confirm(actor, staged.id())).isInstanceOf(ImportAnswer.Written.class);
        assertThat(IMPORTS.confirm(actor, staged.id())).isInstanceOf(ImportAnswer.Written.class);
        ListUpkeep.Kept kept = kept(actor, ListKind.SEAL);
        assertThat(kept.steps()).hasSize(1);
        assertThat(kept.versions()).isEmpty();
        assertThat(kept.entries()).extracting(PositiveList.Entry::number).containsExactly(1, 2);
        StagedImport again = uploaded(actor, rows);
        assertThat(again.verdict().counts().unchanged()).isEqualTo(2);
        assertThat(again.verdict().counts().added() + again.verdict().counts().changed())
                .isZero();
        List<String> out = IMPORTS.export(actor, kind(actor)).stream()
                .map(row -> row[0] + " " + row[2])
                .filter(row -> row.startsWith("seal"))
                .toList();
        assertThat(out).containsExactly("seal 1", "seal 2");
    }

    @Test
    void every_mistake_is_told_by_row_and_column_and_nothing_is_kept() throws IOException {
        Actor actor = officer(YANGPU);
        StagedImport staged = uploaded(
                actor,
                "certificate-ban,杨浦区,1,居住证明,,,\n"
                        + "certificate-ban,静安区,2,婚姻证明,,,到民政局办\n"
                        + "certificate-ban,杨浦区,3,死亡证明,,第一条,到医院办\n"
                        + "certificate-ban,杨浦区,4,=1+1,,,到医院办\n"
                        + "certificate-ban,杨浦区,0,亲属证明,,,到公证处办\n"
                        + "nothing,杨浦区,6,亲属证明,,,到公证处办\n");
        assertThat(staged.state()).isEqualTo(StagedImport.State.WRONG);
        assertThat(staged.verdict().problems())
                .extracting(one -> one.row() + " " + one.column())
                .contains("2 instead_zh", "3 area", "4 law", "6 number", "7 list");
        assertThat(IMPORTS.confirm(actor, staged.id())).isNotInstanceOf(ImportAnswer.Written.class);
        StagedImport twice = uploaded(actor, "certificate-ban,杨浦区,1,甲,,,乙\ncertificate-ban,杨浦区,1,丙,,,丁\n");
        assertThat(twice.verdict().problems())
                .extracting(one -> one.row() + " " + one.column())
                .containsExactly("3 number");
        StagedImport swapped = uploaded(
                actor,
                "list,area,name_zh,number,instead_zh\ncertificate-ban,杨浦区,7,居住证明,派出所\n"
                        .getBytes(StandardCharsets.UTF_8));
        assertThat(swapped.verdict().problems())
                .extracting(one -> one.row() + " " + one.column())
                .contains("2 number");
        assertThat(kept(actor, ListKind.CERTIFICATE_BAN).draft()).isNull();
    }

    @Test
    void whoever_saved_in_between_is_not_written_over() throws IOException {
        Actor actor = officer(YANGPU);
        StagedImport staged = uploaded(actor, "assistance,杨浦区,1,协助事项,,,\n");
        ListUpkeep.Kept before = kept(actor, ListKind.ASSISTANCE);
        PositiveList.Entry entry = before.entries().getFirst();
        UPKEEP.change(actor, before.which(), new ListUpkeep.EntryChange(entry.number(), null, false, before.seen()));
        assertThat(IMPORTS.confirm(actor, staged.id())).isInstanceOf(ImportAnswer.ChangedMeanwhile.class);
        assertThat(kept(actor, ListKind.ASSISTANCE).steps()).hasSize(1);
    }

    @Test
    void who_keeps_no_lists_finds_no_such_sheet() {
        Actor nobody = new Actor(UUID.randomUUID(), "无", Map.of(), Set.of());
        assertThatThrownBy(() -> IMPORTS.find(nobody, "lists")).isInstanceOf(AccessRefusedException.class);
        assertThat(Visitor.staff("li").get("/desk/exports/lists").statusCode()).isEqualTo(404);
        Visitor sun = Visitor.staff("sun");
        assertThat(sun.get("/desk/exports/lists?format=csv").statusCode()).isEqualTo(200);
        assertThat(sun.post(
                                "/desk/imports",
                                "/desk/imports",
                                Map.of("kind", "days", "text", "day\tkind\tname\tsource\n2027-01-01\t节\tx\ty\n"))
                        .statusCode())
                .as("holidays are the city's")
                .isEqualTo(404);
    }
}
