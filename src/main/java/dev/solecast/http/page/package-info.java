/** Pagination of lists: limit, order, keyset cursor, and the queries behind them. */
@NullMarked
package dev.solecast.http.page;

import org.jspecify.annotations.NullMarked;
