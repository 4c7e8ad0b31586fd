story     Rounds come much more seldom than the policy says
why       Rule 11: two such gaps in a row are the real rhythm: they count, and the round says that interval is wrong.

starts    2026-01-01 00:00
interval  5m
target    frigate on still-fawn
policy    only told

00:01  rounds every 30m
00:12  frigate sick
06:00  end

must      told within 2h

seen
00:35  frigate HEALTHY -> DEGRADED, failing, not confirmed: 1 of 2, it answers badly
00:35  round says: no round for more than three intervals: failures are counted afresh
01:05  frigate DEGRADED -> ALERTED, no remediation is configured: it answers badly
01:05  round says: rounds keep coming more than three intervals apart: 'interval' is wrong
01:05  mail: frigate: down
01:35  round says: rounds keep coming more than three intervals apart: 'interval' is wrong
02:05  round says: rounds keep coming more than three intervals apart: 'interval' is wrong
02:35  round says: rounds keep coming more than three intervals apart: 'interval' is wrong
03:05  round says: rounds keep coming more than three intervals apart: 'interval' is wrong
03:35  round says: rounds keep coming more than three intervals apart: 'interval' is wrong
04:05  round says: rounds keep coming more than three intervals apart: 'interval' is wrong
04:35  round says: rounds keep coming more than three intervals apart: 'interval' is wrong
05:05  round says: rounds keep coming more than three intervals apart: 'interval' is wrong
05:35  round says: rounds keep coming more than three intervals apart: 'interval' is wrong
in all  1 mail, 0 restarts
