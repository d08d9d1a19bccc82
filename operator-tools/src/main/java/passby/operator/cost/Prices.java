package passby.operator.cost;

import static passby.operator.cost.Tariff.flat;
import static passby.operator.cost.Tariff.last;

import java.util.List;
import passby.operator.cost.Tariff.Step;

/**
 * AWS's list prices in us-east-1, in dollars. Each names the pricing page that it stands on. The pages cannot be opened from
 * the machines that this was written on: the numbers are those known in November 2026, some of them compared with what
 * others quote from the pages. Compare them with the pages before a budget rests on them. No free tier is counted.
 */
final class Prices {
    static final String REGION = "us-east-1";
    static final String AS_OF = "November 2026";

    private static final double MILLION = 1e6;
    private static final double BILLION = 1e9;

    private static final String LAMBDA = "AWS Lambda pricing";
    static final Tariff LAMBDA_REQUESTS = flat(AwsService.LAMBDA, "Requests", 0.20, MILLION, "requests", LAMBDA);
    /** arm64; SnapStart is free of charge for Java. */
    static final Tariff LAMBDA_GB_SECONDS = new Tariff(
            AwsService.LAMBDA,
            "Duration, Arm",
            1,
            "GB-seconds",
            List.of(new Step(7.5 * BILLION, 0.0000133334), new Step(18.75 * BILLION, 0.0000120001), last(0.0000106667)),
            LAMBDA);

    static final Tariff DETECT_TEXT = new Tariff(
            AwsService.REKOGNITION,
            "Image, group 2 (DetectText)",
            1,
            "images",
            List.of(
                    new Step(MILLION, 0.0010),
                    new Step(5 * MILLION, 0.0008),
                    new Step(35 * MILLION, 0.0006),
                    last(0.00025)),
            "Amazon Rekognition pricing");

    private static final String S3 = "Amazon S3 pricing";
    static final Tariff S3_WRITES = flat(AwsService.S3, "PUT, COPY, POST, LIST requests", 0.005, 1000, "requests", S3);
    static final Tariff S3_READS = flat(AwsService.S3, "GET and all other requests", 0.0004, 1000, "requests", S3);
    /** DELETE requests are free. */
    static final Tariff S3_STORAGE = new Tariff(
            AwsService.S3,
            "S3 Standard storage",
            1,
            "GB-months",
            List.of(new Step(50_000, 0.023), new Step(500_000, 0.022), last(0.021)),
            S3);

    static final Tariff SQS_REQUESTS = new Tariff(
            AwsService.SQS,
            "Standard queues",
            MILLION,
            "requests",
            List.of(new Step(100 * BILLION, 0.40), new Step(200 * BILLION, 0.30), last(0.24)),
            "Amazon SQS pricing");

    private static final String DYNAMODB = "Amazon DynamoDB pricing for on-demand capacity";
    static final Tariff DYNAMODB_WRITES =
            flat(AwsService.DYNAMODB, "Write request units", 0.625, MILLION, "units", DYNAMODB);
    static final Tariff DYNAMODB_READS =
            flat(AwsService.DYNAMODB, "Read request units", 0.125, MILLION, "units", DYNAMODB);
    /** Provisioned, the same table class. */
    static final Tariff DYNAMODB_WRITE_CAPACITY = flat(
            AwsService.DYNAMODB,
            "Write capacity units, provisioned",
            0.00065,
            1,
            "unit-hours",
            "Amazon DynamoDB pricing for provisioned capacity");

    static final Tariff DYNAMODB_STORAGE =
            flat(AwsService.DYNAMODB, "Storage, Standard class", 0.25, 1, "GB-months", DYNAMODB);
    static final Tariff DYNAMODB_RECOVERY =
            flat(AwsService.DYNAMODB, "Continuous backups (PITR)", 0.20, 1, "GB-months", DYNAMODB);

    static final Tariff API_CALLS = new Tariff(
            AwsService.API_GATEWAY,
            "REST API calls",
            MILLION,
            "calls",
            List.of(new Step(333 * MILLION, 3.50), new Step(BILLION, 2.80), new Step(20 * BILLION, 2.38), last(1.51)),
            "Amazon API Gateway pricing");

    private static final String WAF = "AWS WAF pricing";
    static final Tariff WAF_ACLS = flat(AwsService.WAF, "Web ACL", 5.00, 1, "ACL-months", WAF);
    static final Tariff WAF_RULES = flat(AwsService.WAF, "Rule", 1.00, 1, "rule-months", WAF);
    static final Tariff WAF_REQUESTS = flat(AwsService.WAF, "Request", 0.60, MILLION, "requests", WAF);

    static final Tariff SECRETS =
            flat(AwsService.SECRETS_MANAGER, "Secret", 0.40, 1, "secret-months", "AWS Secrets Manager pricing");

    /** PriceClass_100, requests of HTTPS from the United States; what it sends out is transfer. */
    static final Tariff CLOUDFRONT_REQUESTS =
            flat(AwsService.CLOUDFRONT, "HTTPS requests", 0.0100, 10_000, "requests", "Amazon CloudFront pricing");

    private static final String KMS = "AWS Key Management Service pricing";
    static final Tariff KMS_KEYS = flat(AwsService.KMS, "Customer managed key", 1.00, 1, "key-months", KMS);
    static final Tariff KMS_REQUESTS = flat(AwsService.KMS, "Symmetric requests", 0.03, 10_000, "requests", KMS);

    /** Keys on curves are in no cheaper group: that of RSA 2048 costs as much as a symmetric request. */
    static final Tariff KMS_SIGNATURES =
            flat(AwsService.KMS, "Asymmetric requests except RSA 2048", 0.15, 10_000, "requests", KMS);

    private static final String SNS = "Amazon SNS pricing";
    static final Tariff SNS_PUBLISHES = flat(AwsService.SNS, "API requests", 0.50, MILLION, "requests", SNS);
    static final Tariff SNS_EMAILS = flat(AwsService.SNS, "E-mail deliveries", 2.00, 100_000, "e-mails", SNS);

    /** To the United States; carriers' fees come on top and differ by carrier. */
    static final Tariff TEXT_MESSAGES = flat(AwsService.SNS, "SMS deliveries", 0.00645, 1, "messages", SNS);

    static final Tariff SES_EMAILS =
            flat(AwsService.SES, "Outbound e-mail", 0.10, 1000, "e-mails", "Amazon SES pricing");

    private static final String CLOUDWATCH = "Amazon CloudWatch pricing";
    static final Tariff LOGS_INGESTED = new Tariff(
            AwsService.CLOUDWATCH,
            "Logs from Lambda and API Gateway, ingested",
            1,
            "GB",
            List.of(new Step(10_000, 0.50), new Step(30_000, 0.25), new Step(50_000, 0.10), last(0.05)),
            CLOUDWATCH);
    static final Tariff LOGS_STORED = flat(AwsService.CLOUDWATCH, "Logs, archived", 0.03, 1, "GB-months", CLOUDWATCH);
    static final Tariff METRICS = flat(AwsService.CLOUDWATCH, "Custom metrics", 0.30, 1, "metric-months", CLOUDWATCH);
    static final Tariff ALARMS = flat(AwsService.CLOUDWATCH, "Standard alarms", 0.10, 1, "alarm-months", CLOUDWATCH);
    static final Tariff COMBINED_ALARMS =
            flat(AwsService.CLOUDWATCH, "Composite alarms", 0.50, 1, "alarm-months", CLOUDWATCH);
    static final Tariff DASHBOARDS = flat(AwsService.CLOUDWATCH, "Dashboards", 3.00, 1, "dashboard-months", CLOUDWATCH);

    static final Tariff COGNITO_PEOPLE =
            flat(AwsService.COGNITO, "Essentials, monthly active users", 0.015, 1, "people", "Amazon Cognito pricing");

    static final Tariff ECR_STORAGE = flat(
            AwsService.ECR,
            "Private repository storage",
            0.10,
            1,
            "GB-months",
            "Amazon Elastic Container Registry pricing");

    private static final String ROUTE_53 = "Amazon Route 53 pricing";
    static final Tariff FIREWALL_LOOKUPS = new Tariff(
            AwsService.ROUTE_53,
            "DNS Firewall, queries",
            MILLION,
            "queries",
            List.of(new Step(BILLION, 0.60), last(0.40)),
            ROUTE_53);
    static final Tariff FIREWALL_NAMES =
            flat(AwsService.ROUTE_53, "DNS Firewall, domain names", 0.0005, 1, "name-months", ROUTE_53);

    static final Tariff TRANSFER_OUT = new Tariff(
            AwsService.DATA_TRANSFER,
            "Out to the internet",
            1,
            "GB",
            List.of(new Step(10_000, 0.09), new Step(50_000, 0.085), new Step(150_000, 0.07), last(0.05)),
            "Amazon EC2 On-Demand pricing, data transfer");

    private Prices() {}
}
