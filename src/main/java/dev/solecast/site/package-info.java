/**
 * What people see: the calendar at {@code /}, a page for each release, and the pieces of both that other sites show: a
 * web component, a page for a frame, oEmbed.
 *
 * <p>Pages are made of what the resources of the API answer, so that the two cannot disagree. Their templates are in
 * {@code src/main/resources/embed}, compiled and checked with the classes; a value is always escaped unless a template
 * says otherwise with three braces. While {@code make dev} runs, a template is read anew when its page's class is compiled.
 */
@NullMarked
@JStacheConfig(pathing = @JStachePath(prefix = "embed/pages/", suffix = ".html"))
package dev.solecast.site;

import io.jstach.jstache.JStacheConfig;
import io.jstach.jstache.JStachePath;
import org.jspecify.annotations.NullMarked;
