/**
 * Pages for people: the calendar at {@code /}, a page for each release, and the parts of both that other sites show: a
 * web component, a page for frames, oEmbed.
 *
 * <p>Pages are built from the responses of the API's resources, so that the two cannot disagree. Their templates are in
 * {@code src/main/resources/embed/pages}, compiled and checked with the classes; values are escaped unless a template
 * uses three braces. While {@code make dev} runs, a template is read again when the class of its page is compiled.
 */
@NullMarked
@JStacheConfig(pathing = @JStachePath(prefix = "embed/pages/", suffix = ".html"))
package dev.solecast.site;

import io.jstach.jstache.JStacheConfig;
import io.jstach.jstache.JStachePath;
import org.jspecify.annotations.NullMarked;
