package dev.solecast.release;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A release, and where it stands on the day asked for. */
record Seen(Release release, Outlook outlook) {

    ReleaseView view(@Nullable List<Rumor> newest) {
        return ReleaseView.of(release, outlook, newest);
    }
}
