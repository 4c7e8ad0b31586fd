story     It was Pending before we ever looked
why       In the incident a Pending pod had no node name, so the node check was skipped and the pod was restarted.

starts    2026-01-01 00:00
interval  5m
target    frigate on still-fawn, starts in 7m

00:00  node still-fawn down
01:01  node still-fawn up
02:00  end

must      at most 2 mails per day
must      no restart while its node is down

seen
00:00  frigate HEALTHY -> DEGRADED, failing, not confirmed: 1 of 2, it does not answer
00:05  frigate DEGRADED -> ALERTED, not repaired: node still-fawn is not Ready
00:05  mail: frigate: down
01:10  frigate ALERTED -> RECOVERED, passing again, not yet trusted: 1 of 2
01:15  frigate RECOVERED -> HEALTHY, recovered: incident frigate-r1-20260101T000000Z is over
01:15  mail: frigate: recovered
in all  2 mails, 0 restarts
