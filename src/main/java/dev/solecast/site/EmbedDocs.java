package dev.solecast.site;

import io.jstach.jstache.JStache;

/**
 * How to put releases on another site.
 *
 * @param site the address of this service
 */
@JStache(path = "docs")
record EmbedDocs(PageLayout.Page page, String site) {}
