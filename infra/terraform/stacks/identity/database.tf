# Makes roles and databases; run once by `aws ecs run-task`, before the first service starts, and when a role's password changes.
resource "aws_ecs_task_definition" "database" {
  family                   = "${local.name}-database"
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  cpu                      = 256
  memory                   = 512
  execution_role_arn       = aws_iam_role.database.arn

  runtime_platform {
    operating_system_family = "LINUX"
    cpu_architecture        = "ARM64"
  }

  container_definitions = jsonencode([{
    name                   = "database"
    image                  = var.images.database
    essential              = true
    readonlyRootFilesystem = true
    environment = [
      { name = "PGHOST", value = local.data.postgres_host },
      { name = "PGSSLMODE", value = "verify-full" },
      { name = "PGSSLROOTCERT", value = "/opt/ganglion/aws-rds.pem" },
      { name = "PGUSER", value = local.data.postgres_admin },
    ]
    secrets = [
      { name = "PGPASSWORD", valueFrom = "${local.data.postgres_secret}:password::" },
      { name = "GANGLION_DB_OWNER_PASSWORD", valueFrom = local.data.secrets["db-owner"] },
      { name = "GANGLION_DB_APP_PASSWORD", valueFrom = local.data.secrets["db-app"] },
      { name = "GANGLION_DB_ENGINE_PASSWORD", valueFrom = local.data.secrets["db-engine"] },
      { name = "KEYCLOAK_DB_PASSWORD", valueFrom = local.data.secrets["db-keycloak"] },
    ]
    logConfiguration = {
      logDriver = "awslogs"
      options = {
        awslogs-group         = aws_cloudwatch_log_group.database.name
        awslogs-region        = var.region
        awslogs-stream-prefix = "database"
      }
    }
  }])
}

resource "aws_cloudwatch_log_group" "database" {
  name              = "/ganglion/${local.name}-database"
  retention_in_days = 30
  kms_key_id        = local.data.data_key_arn
}

resource "aws_iam_role" "database" {
  name               = "${local.name}-database-execution"
  assume_role_policy = data.aws_iam_policy_document.database_assume.json
}

resource "aws_iam_role_policy_attachment" "database" {
  role       = aws_iam_role.database.name
  policy_arn = "arn:aws:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy"
}

resource "aws_iam_role_policy" "database" {
  name   = "secrets"
  role   = aws_iam_role.database.id
  policy = data.aws_iam_policy_document.database.json
}

data "aws_iam_policy_document" "database_assume" {
  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["ecs-tasks.amazonaws.com"]
    }
  }
}

data "aws_iam_policy_document" "database" {
  statement {
    actions   = ["secretsmanager:GetSecretValue"]
    resources = concat([local.data.postgres_secret], [for name in ["db-owner", "db-app", "db-engine", "db-keycloak"] : local.data.secrets[name]])
  }

  statement {
    actions   = ["kms:Decrypt"]
    resources = [local.data.data_key_arn]
  }
}
