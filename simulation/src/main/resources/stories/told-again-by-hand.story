story     A human wants to be told once more
why       design.md 5: false by hand while the incident is open tells once more, once per incident.

starts    2026-01-01 00:00
interval  5m
target    frigate on still-fawn

00:12  node still-fawn down
00:42  frigate set to not told by hand
01:12  frigate set to not told by hand
02:00  end

must      at most 2 alerts per day

seen
00:15  frigate HEALTHY -> DEGRADED, failing, not confirmed: 1 of 2, it does not answer
00:20  frigate DEGRADED -> ALERTED, not repaired: node still-fawn is not Ready
00:20  mail: frigate: down
00:45  mail: frigate: down
in all  2 mails, 0 restarts
