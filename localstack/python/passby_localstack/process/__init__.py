"""What LocalStack loads: Lambda functions as local processes, and custom resources of CloudFormation."""
