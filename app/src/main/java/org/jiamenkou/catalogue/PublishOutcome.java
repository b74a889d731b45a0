package org.jiamenkou.catalogue;

import java.util.List;

/** What became of a version that was to be published. */
public sealed interface PublishOutcome {
    record Published(ServiceItem item) implements PublishOutcome {}

    /** The newest version says the same already; nothing was written. */
    record SameAsNewest(String slug) implements PublishOutcome {}

    /** @param refusals at least one */
    record Refused(String slug, List<GuideRefusal> refusals) implements PublishOutcome {}
}
