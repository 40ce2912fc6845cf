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

/** An entry of the delivery log: one change for one webhook. Written by {@link DeliveryStore}, by SQL. */
@Entity
@Table(name = "webhook_delivery")
class Delivery {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @SuppressWarnings("UnusedVariable") // JPA requires an id
    private @Nullable Long id;

    @SuppressWarnings("UnusedVariable") // used in queries
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

    DeliveryView view() {
        return new DeliveryView(place, type, status, attempts, firstAt, lastAt, responseStatus, milliseconds, error);
    }
}
