locals {
  postgres_major = split(".", var.postgres.version)[0]
}

resource "aws_rds_cluster" "this" {
  cluster_identifier              = local.name
  engine                          = "aurora-postgresql"
  engine_mode                     = "provisioned"
  engine_version                  = var.postgres.version
  master_username                 = "administrator"
  manage_master_user_password     = true
  master_user_secret_kms_key_id   = module.data_key.arn
  db_subnet_group_name            = aws_db_subnet_group.this.name
  vpc_security_group_ids          = [aws_security_group.postgres.id]
  db_cluster_parameter_group_name = aws_rds_cluster_parameter_group.this.name
  storage_encrypted               = true
  kms_key_id                      = module.data_key.arn
  storage_type                    = var.environment == "prod" ? "aurora-iopt1" : null

  # any second of these days can be restored
  backup_retention_period      = var.postgres.backup_days
  preferred_backup_window      = "02:00-03:00"
  preferred_maintenance_window = "sun:03:30-sun:04:30"
  copy_tags_to_snapshot        = true

  deletion_protection             = var.protect
  skip_final_snapshot             = !var.protect
  final_snapshot_identifier       = var.protect ? "${local.name}-last" : null
  enabled_cloudwatch_logs_exports = ["postgresql"]

  serverlessv2_scaling_configuration {
    min_capacity = var.postgres.min_capacity
    max_capacity = var.postgres.max_capacity
  }
}

resource "aws_rds_cluster_instance" "this" {
  count                           = var.postgres.instances
  identifier                      = "${local.name}-${count.index}"
  cluster_identifier              = aws_rds_cluster.this.id
  engine                          = aws_rds_cluster.this.engine
  engine_version                  = aws_rds_cluster.this.engine_version
  instance_class                  = "db.serverless"
  db_subnet_group_name            = aws_db_subnet_group.this.name
  promotion_tier                  = count.index < 2 ? 0 : 1 # the first two are of one size, so that a fail-over is to an equal
  publicly_accessible             = false
  auto_minor_version_upgrade      = true
  performance_insights_enabled    = true
  performance_insights_kms_key_id = module.data_key.arn
  monitoring_interval             = 60
  monitoring_role_arn             = aws_iam_role.monitoring.arn
  ca_cert_identifier              = "rds-ca-ecc384-g1"
}

resource "aws_db_subnet_group" "this" {
  name       = local.name
  subnet_ids = local.network.data_subnet_ids
}

resource "aws_iam_role" "monitoring" {
  name               = "${local.name}-postgres-monitoring"
  assume_role_policy = data.aws_iam_policy_document.monitoring.json
}

resource "aws_iam_role_policy_attachment" "monitoring" {
  role       = aws_iam_role.monitoring.name
  policy_arn = "arn:aws:iam::aws:policy/service-role/AmazonRDSEnhancedMonitoringRole"
}

data "aws_iam_policy_document" "monitoring" {
  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["monitoring.rds.amazonaws.com"]
    }
  }
}
