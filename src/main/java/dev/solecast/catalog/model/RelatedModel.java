package dev.solecast.catalog.model;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;

/** A related model, and its relation: the 2002R is an earlier revival of the 1000. */
@Embeddable
record RelatedModel(
        @ManyToOne(fetch = FetchType.LAZY) Model related,
        @Enumerated(EnumType.STRING) Relation relation) {}
