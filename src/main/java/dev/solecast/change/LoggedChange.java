package dev.solecast.change;

import java.util.List;

/**
 * A change as followers of the log receive it, which is as the public sees it.
 *
 * @param view without the actor
 * @param json the view, serialized once for all followers
 * @param about the tags of all entries that the change is about
 */
public record LoggedChange(ChangeView view, String json, List<String> about) {

    /** The sequence number of the change in the log. */
    public long sequence() {
        return view.place();
    }

    /** The approximate size in bytes. */
    public long weight() {
        return 2L * json.length() + 500;
    }
}
