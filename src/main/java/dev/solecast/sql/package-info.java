/** SQL that bypasses Hibernate's entities: bulk writes, JSON columns, dynamic conditions and rows of results. */
@NullMarked
package dev.solecast.sql;

import org.jspecify.annotations.NullMarked;
