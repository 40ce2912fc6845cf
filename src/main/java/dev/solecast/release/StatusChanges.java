package dev.solecast.release;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

@ApplicationScoped
class StatusChanges implements PanacheRepository<StatusChange> {

    /** Oldest first. */
    List<StatusChange> of(List<Release> releases) {
        return list("release in ?1 order by day, id", releases);
    }
}
