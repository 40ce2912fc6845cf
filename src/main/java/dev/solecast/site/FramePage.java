package dev.solecast.site;

import io.jstach.jstache.JStache;
import java.util.List;

/** The component alone, to be shown in a frame. */
@JStache(path = "frame")
record FramePage(PageLayout.Page page, String language, List<Attribute> attributes, String more) {

    record Attribute(String name, String value) {}
}
