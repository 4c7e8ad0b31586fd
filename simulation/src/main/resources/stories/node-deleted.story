story     The node is deleted
why       F53: nothing is known of a node without an object, so nothing is restarted, and it is told.

starts    2026-01-01 00:00
interval  5m
target    frigate on still-fawn

00:12  node still-fawn gone
02:00  node still-fawn up
03:00  end

must      at most 2 mails per day
must      at most 0 restarts per day

seen
00:15  frigate HEALTHY -> DEGRADED, failing, not confirmed: 1 of 2, it does not answer
00:20  frigate DEGRADED -> ALERTED, not repaired: node still-fawn is not known to the API server
00:20  mail: frigate: down
02:00  frigate ALERTED -> RECOVERED, passing again, not yet trusted: 1 of 2
02:05  frigate RECOVERED -> HEALTHY, recovered: incident frigate-r4-20260101T001500Z is over
02:05  mail: frigate: recovered
in all  2 mails, 0 restarts
