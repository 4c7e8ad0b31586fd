package dev.tocsin.simulation.world;

/** Makes changes happen: the one place that knows every kind of them. */
final class Changes {

  private Changes() {}

  static void apply(Change change, Simulation world) {
    if (!toCluster(change, world) && !toServers(change, world)) {
      toTime(change, world);
    }
  }

  private static boolean toCluster(Change change, Simulation world) {
    if (change instanceof Change.Node node) {
      world.cluster.node(node.name(), node.state(), world.now());
    } else if (change instanceof Change.Target target) {
      world.cluster.health(target.name(), target.health(), world.now());
    } else if (change instanceof Change.Restarting restarting) {
      world.cluster.restarting(restarting.target(), restarting.effect());
    } else if (change instanceof Change.NodesSeen nodes) {
      world.cluster.nodesSeen(nodes.seen());
    } else {
      return false;
    }
    return true;
  }

  private static boolean toServers(Change change, Simulation world) {
    if (change instanceof Change.Mails mails) {
      world.mailing.mail(mails.answer());
    } else if (change instanceof Change.MailTakes takes) {
      world.mailing.takes(takes.span());
    } else if (change instanceof Change.Repairs repairs) {
      world.mailing.repair(repairs.answer());
    } else if (change instanceof Change.Store store) {
      world.shelf.answers(store.answer());
    } else if (change instanceof Change.Ledger ledger) {
      world.shelf.harm(ledger.harm());
    } else if (change instanceof Change.Pause pause) {
      world.shelf.pause(pause.target(), world.now().plus(world.clocks.skew()).plus(pause.span()));
    } else if (change instanceof Change.HandEdit edit) {
      world.shelf.edit(edit.target(), edit.told());
    } else {
      return false;
    }
    return true;
  }

  private static void toTime(Change change, Simulation world) {
    if (change instanceof Change.Every every) {
      world.timetable().every(every.span());
    } else if (change instanceof Change.PerSlot perSlot) {
      world.timetable().perSlot(perSlot.rounds());
    } else if (change instanceof Change.Skip skip) {
      world.timetable().skip(skip.rounds());
    } else if (change instanceof Change.ClockStep step) {
      world.clocks.step(step.by());
    } else if (change instanceof Change.ClockOnce once) {
      world.clocks.once(once.by());
    } else if (change instanceof Change.InRound inRound) {
      world.arm(inRound);
    } else if (change instanceof Change.Mended) {
      mend(world);
    }
  }

  private static void mend(Simulation world) {
    world.cluster.mend(world.now());
    world.mailing.mend();
    world.shelf.mend();
    world.timetable().mend();
    world.clocks.mend();
  }
}
