/**
 * Tells partners' servers of changes, by the Standard Webhooks specification: who wants to hear of what, the deliveries,
 * and how they went.
 */
@NullMarked
package dev.solecast.webhook;

import org.jspecify.annotations.NullMarked;
