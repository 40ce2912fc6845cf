/**
 * Building blocks for the statements that are not Hibernate's: bulk writes, JSON columns, dynamic conditions and result rows.
 */
@NullMarked
package dev.solecast.sql;

import org.jspecify.annotations.NullMarked;
