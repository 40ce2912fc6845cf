package dev.solecast.site;

import io.jstach.jstache.JStache;

/**
 * The page that people see where a program gets a problem.
 *
 * @param words search words guessed from the address; may be empty
 */
@JStache(path = "error")
record ErrorPage(PageLayout.Page page, int status, String heading, String detail, String words) {

    boolean guessed() {
        return !words.isEmpty();
    }
}
