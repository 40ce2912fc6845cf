package dev.solecast.entry;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What is known of an entry, to be written elsewhere.
 *
 * @param id in whose order they are read; never shown to callers
 * @param fields without those that are null or empty
 */
public record ExportedEntry(long id, ObjectNode fields) {}
