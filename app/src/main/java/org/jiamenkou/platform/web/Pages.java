package org.jiamenkou.platform.web;

import gg.jte.Content;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Renders templates of {@code app/src/main/jte}, compiled in the build. */
@Component
public final class Pages {
    private static final MediaType HTML = MediaType.parseMediaType("text/html;charset=UTF-8");

    private final TemplateEngine engine = TemplateEngine.createPrecompiled(
            null, ContentType.Html, Pages.class.getClassLoader(), "org.jiamenkou.pages");

    /** A page with its parameters by name; {@code page} itself is always one of them. */
    public ResponseEntity<byte[]> ok(String template, Page page, Map<String, ?> model) {
        return status(HttpStatus.OK, template, page, model);
    }

    public ResponseEntity<byte[]> status(HttpStatus status, String template, Page page, Map<String, ?> model) {
        Map<String, Object> parameters = new HashMap<>(model);
        parameters.put("page", page);
        Utf8ByteOutput output = new Utf8ByteOutput();
        engine.render(template + ".jte", parameters, output);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(output.getContentLength());
        try {
            output.writeTo(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ResponseEntity.status(status).contentType(HTML).body(bytes.toByteArray());
    }

    /** A piece of a page of another module, see {@link org.jiamenkou.platform.PageBlock}. */
    public Content piece(String template, Page page, Map<String, ?> model) {
        Map<String, Object> parameters = new HashMap<>(model);
        parameters.put("page", page);
        return output -> engine.render(template + ".jte", parameters, output);
    }

    /** The page that says: this does not exist, and what to do next. The key's message may take arguments. */
    public ResponseEntity<byte[]> notFound(Page page, String key, Object... args) {
        return status(HttpStatus.NOT_FOUND, "ui/problem", page, Map.of("problem", Problem.notFound(page.t(key, args))));
    }

    /** After a write: look at the result with GET. */
    public static ResponseEntity<byte[]> seeOther(String path) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header("Location", path)
                .build();
    }
}
