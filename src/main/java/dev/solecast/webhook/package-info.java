/**
 * Delivers changes to partners' servers by the Standard Webhooks specification: the subscriptions, the deliveries and
 * their log.
 */
@NullMarked
package dev.solecast.webhook;

import org.jspecify.annotations.NullMarked;
