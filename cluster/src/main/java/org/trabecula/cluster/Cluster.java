package org.trabecula.cluster;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkContext;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.rdd.RDD;
import org.apache.spark.sql.SparkSession;
import scala.Function1;
import scala.Function2;
import scala.collection.Iterator;
import scala.reflect.ClassTag;
import scala.runtime.BoxedUnit;

/** A session on Spark. What it computes does not depend on how many machines, processors or blocks there are. */
final class Cluster implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int NAP_MS = 50;
    private static final String LOOPBACK = "127.0.0.1";

    private final SparkSession session;

    private Cluster(SparkSession session) {
        this.session = session;
    }

    /**
     * Joins the machines of a place.
     *
     * @param jars what they need besides Spark
     * @throws Refused when nobody is there
     */
    static Cluster join(Place place, List<String> jars) throws InterruptedException {
        place.call();
        SparkConf settings = new SparkConf()
                .setIfMissing("spark.app.name", "Trabecula")
                .setIfMissing("spark.ui.enabled", "false")
                .setIfMissing("spark.jars", String.join(",", jars))
                .setMaster(place.master());
        if (place.here()) { // Then nobody else has to reach it, and nobody else can.
            settings.set("spark.driver.host", LOOPBACK).set("spark.driver.bindAddress", LOOPBACK);
        }
        try {
            Cluster cluster =
                    new Cluster(SparkSession.builder().config(settings).getOrCreate());
            if (!place.here()) {
                cluster.awaitWorker(place);
            }
            return cluster;
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) { // Spark's own are declared nowhere.
            throw refusal(e);
        }
    }

    /** Without a worker Spark would wait for ever. It counts this process as one who could work. */
    private void awaitWorker(Place place) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!context().isStopped() && context().statusTracker().getExecutorInfos().length < 2) {
            if (System.nanoTime() > end) {
                close();
                throw new Refused("The Spark master at " + place.master() + " has given no worker for "
                        + PATIENCE.toSeconds() + " s: none is free, or none has "
                        + context().executorMemory() + " MB of memory.");
            }
            Thread.sleep(NAP_MS);
        }
        if (context().isStopped()) {
            throw new Refused("The Spark master at " + place.master() + " does not let this program in.");
        }
    }

    /** How many blocks can be worked at at once. */
    int processors() {
        return context().defaultParallelism();
    }

    /**
     * Conducts blocks of studies wherever there is room.
     *
     * @param sink is given the lines of each block, in order
     * @throws Refused when a study fails, or Spark itself
     */
    void conduct(Conduct conduct, Blocks blocks, Consumer<List<String>> sink) {
        if (blocks.count() == 0) {
            return;
        }
        List<Integer> numbers = IntStream.range(0, blocks.count()).boxed().toList();
        RDD<Integer> shares = JavaSparkContext.fromSparkContext(context())
                .parallelize(numbers, numbers.size())
                .rdd();
        InOrder order = new InOrder(sink);
        Function1<Iterator<Integer>, Yield> task = new Task(conduct, blocks);
        Function2<Object, Yield, BoxedUnit> arrival = (block, yield) -> {
            order.accept((Integer) block, yield);
            return BoxedUnit.UNIT;
        };
        try {
            context().runJob(shares, task, arrival, ClassTag.apply(Yield.class));
        } catch (Exception e) {
            throw refusal(e);
        }
    }

    /** The reason that was given on the way, or the first line of Spark's own. */
    private static Refused refusal(Throwable problem) {
        for (Throwable one = problem; one != null; one = one.getCause()) {
            if (one instanceof Refused refused) {
                return refused;
            }
        }
        String first = String.valueOf(problem.getMessage()).lines().findFirst().orElse("it gives no reason");
        return new Refused("Spark could not do it: " + first);
    }

    private SparkContext context() {
        return session.sparkContext();
    }

    @Override
    public void close() {
        session.stop();
    }
}
