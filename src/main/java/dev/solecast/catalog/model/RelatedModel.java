package dev.solecast.catalog.model;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;

/** A model that another names, and what it is to it: the 2002R is an earlier revival to the 1000. */
@Embeddable
record RelatedModel(
        @ManyToOne(fetch = FetchType.LAZY) Model related,
        @Enumerated(EnumType.STRING) Relation relation) {}
