package passby.infra.monitoring;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import passby.aws.api.FunctionSpec;
import passby.aws.api.Metric;
import passby.aws.dynamodb.Table;
import passby.infra.naming.Names;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.MathExpression;

/** Where a number comes from that an alarm watches. */
sealed interface Signal {
    /** @param metric that functions measure of themselves; of several functions the sum */
    record Own(Metric metric, String statistic, List<FunctionSpec> functions) implements Signal {
        public Own {
            functions = List.copyOf(functions);
        }

        /** Of each of the functions that measures it. */
        static Own of(Metric metric, String statistic, List<FunctionSpec> functions) {
            return new Own(metric, statistic, metric.of(functions));
        }
    }

    /** @param metric that Lambda measures of one function */
    record Lambda(String function, String metric, String statistic) implements Signal {}

    /** @param metric that SQS measures of one queue */
    record Queue(passby.aws.api.Queue queue, String metric) implements Signal {}

    /** @param metric that SQS counts: the sum over the period, not the largest value */
    record Arrivals(passby.aws.api.Queue queue, String metric) implements Signal {}

    /** @param metric that DynamoDB measures of each table; the sum of all */
    record EachTable(List<Table> tables, String metric) implements Signal {
        public EachTable {
            tables = List.copyOf(tables);
        }
    }

    /** @param metric that the gateway measures of the whole API */
    record Gateway(String metric, String statistic) implements Signal {}

    /** How many metrics stand behind it. */
    default int metrics() {
        return switch (this) {
            case Own own -> own.functions().size();
            case EachTable each -> each.tables().size();
            case Lambda _, Queue _, Arrivals _, Gateway _ -> 1;
        };
    }

    /** @param period over which one value is taken */
    default IMetric metric(Names names, Duration period) {
        return switch (this) {
            case Own own -> own(own, names, period);
            case Lambda(var function, var metric, var statistic) ->
                measured("AWS/Lambda", metric, Metric.DIMENSION, names.function(function), statistic, period);
            case Queue(var queue, var metric) ->
                measured("AWS/SQS", metric, "QueueName", names.queue(queue), "Maximum", period);
            case Arrivals(var queue, var metric) ->
                measured("AWS/SQS", metric, "QueueName", names.queue(queue), "Sum", period);
            case EachTable(var tables, var metric) ->
                sum(
                        metric,
                        tables.stream()
                                .map(table -> measured(
                                        "AWS/DynamoDB", metric, "TableName", names.table(table), "Sum", period))
                                .toList(),
                        period);
            case Gateway(var metric, var statistic) ->
                measured("AWS/ApiGateway", metric, "ApiName", names.named("api"), statistic, period);
        };
    }

    private static IMetric own(Own own, Names names, Duration period) {
        var metric = own.metric();
        var statistic = own.statistic();
        var each = own.functions().stream()
                .map(FunctionSpec::name)
                .map(names::function)
                .map(function ->
                        measured(Metric.NAMESPACE, metric.code(), Metric.DIMENSION, function, statistic, period))
                .toList();
        return each.size() == 1 ? each.getFirst() : sum(metric.code(), each, period);
    }

    private static IMetric sum(String label, List<? extends IMetric> each, Duration period) {
        var named = IntStream.range(0, each.size()).boxed();
        return MathExpression.Builder.create()
                .label(label)
                .expression(
                        "SUM([%s])".formatted(String.join(", ", ids(each.size()).toList())))
                .usingMetrics(named.collect(Collectors.toMap(index -> "m" + index, index -> (IMetric) each.get(index))))
                .period(seconds(period))
                .build();
    }

    private static Stream<String> ids(int count) {
        return IntStream.range(0, count).mapToObj(index -> "m" + index);
    }

    private static software.amazon.awscdk.services.cloudwatch.Metric measured(
            String namespace, String name, String dimension, String of, String statistic, Duration period) {
        return software.amazon.awscdk.services.cloudwatch.Metric.Builder.create()
                .namespace(namespace)
                .metricName(name)
                .dimensionsMap(Map.of(dimension, of))
                .statistic(statistic)
                .period(seconds(period))
                .build();
    }

    private static software.amazon.awscdk.Duration seconds(Duration duration) {
        return software.amazon.awscdk.Duration.seconds(duration.toSeconds());
    }
}
