package dev.solecast.site;

import io.jstach.jstache.JStache;

/**
 * The page that explains how to show releases on another site.
 *
 * @param site public base address of this service
 */
@JStache(path = "docs")
record EmbedDocs(PageLayout.Page page, String site) {}
