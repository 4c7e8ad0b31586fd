story     The node is down and nobody can repair it: it is told all the same
why       In the incident the node check exited before the mail: 0 mails, silence instead of a storm.

starts    2026-01-01 00:00
interval  5m
target    frigate on still-fawn

00:12  node still-fawn down
12:00  end

must      told within 10 minutes
must      at most 1 mails per day

seen
00:15  frigate HEALTHY -> DEGRADED, failing, not confirmed: 1 of 2, it does not answer
00:20  frigate DEGRADED -> ALERTED, not repaired: node still-fawn is not Ready
00:20  mail: frigate: down
in all  1 mail, 0 restarts
