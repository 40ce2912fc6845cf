-- The zones in which releases launch, which calendars explain before all releases.

create index release_launches on release (launch_zone, launch_at) where launch_zone is not null;
