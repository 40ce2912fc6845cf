package dev.solecast.entry;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The content of an entry to be exported.
 *
 * @param id the database id, which orders the export; never shown to callers
 * @param fields without those that are null or empty
 */
public record ExportedEntry(long id, ObjectNode fields) {}
