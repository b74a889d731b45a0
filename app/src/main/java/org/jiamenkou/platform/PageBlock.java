package org.jiamenkou.platform;

import gg.jte.Content;
import java.util.Optional;
import org.jiamenkou.platform.web.Page;

/**
 * A piece that a higher module puts on a page of a lower one (the booking block on a station's page, say). A page asks
 * for the blocks of its subject; a block whose module does not exist is absent, never mocked.
 *
 * @param <S> the subject of the page, a root type of the module that owns the page
 */
public interface PageBlock<S> {
    /** The type of subject, so that a page finds its blocks. */
    Class<S> subject();

    /** Blocks are shown in rising order; leave gaps. */
    int order();

    /** The content for this subject, or nothing when the block has nothing to say about it. */
    Optional<Content> render(S subject, Page page);
}
