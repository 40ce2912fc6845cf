-- A delivery is retrying only while it will be tried again: it comes next, and its webhook is active or paused.

create index webhook_delivery_retrying on webhook_delivery (webhook_id, place) where status = 'retrying';

update webhook_delivery d set status = 'failed'
from webhook w
where w.id = d.webhook_id and d.status = 'retrying' and (w.state in ('disabled', 'gone') or d.place <= w.reached);

update webhook set next_attempt_at = null where state in ('disabled', 'gone');
