package dev.solecast.webhook;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A line of the delivery log: one change for one webhook. {@link DeliveryStore} writes it. */
@Entity
@Table(name = "webhook_delivery")
class Delivery {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @SuppressWarnings("UnusedVariable") // JPA wants one
    private @Nullable Long id;

    @SuppressWarnings("UnusedVariable") // for queries
    private String webhookId;

    private long place;
    private String type;

    @Enumerated(EnumType.STRING)
    private DeliveryStatus status;

    private int attempts;
    private Instant firstAt;
    private Instant lastAt;
    private @Nullable Integer responseStatus;
    private int milliseconds;
    private @Nullable String error;

    @SuppressWarnings("NullAway.Init")
    protected Delivery() {}

    long place() {
        return place;
    }

    /** As the webhook's owner sees it. */
    DeliveryView view() {
        return new DeliveryView(place, type, status, attempts, firstAt, lastAt, responseStatus, milliseconds, error);
    }
}
