package passby.operator.cost;

/** A service as it stands on the bill. */
public enum AwsService {
    LAMBDA("Lambda"),
    REKOGNITION("Rekognition"),
    S3("S3"),
    SQS("SQS"),
    DYNAMODB("DynamoDB"),
    API_GATEWAY("API Gateway"),
    WAF("WAF"),
    KMS("KMS"),
    SES("SES"),
    SNS("SNS"),
    CLOUDWATCH("CloudWatch"),
    COGNITO("Cognito"),
    ECR("ECR"),
    SECRETS_MANAGER("Secrets Manager"),
    CLOUDFRONT("CloudFront"),
    ROUTE_53("Route 53 Resolver"),
    DATA_TRANSFER("Data transfer");

    private final String label;

    AwsService(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
