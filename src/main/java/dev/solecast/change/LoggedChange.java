package dev.solecast.change;

import java.util.List;

/**
 * A change as those who follow the log are told of it, which is as the public sees it.
 *
 * @param view without who did it
 * @param json the view, written once for all
 * @param about the tags of all that it is about
 */
public record LoggedChange(ChangeView view, String json, List<String> about) {

    /** Its place in the log. */
    public long place() {
        return view.place();
    }

    /** How much memory it takes, about. */
    public long weight() {
        return json.length() + 500L;
    }
}
