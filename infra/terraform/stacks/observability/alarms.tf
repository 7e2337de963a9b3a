# What AWS knows and the program doesn't. What the program says of itself is alerted on by Prometheus' rules.
locals {
  alarms = {
    load-balancer-errors = {
      text      = "The load balancer itself answered 5xx more than 10 times in 5 minutes: no task took the request."
      namespace = "AWS/ApplicationELB", metric = "HTTPCode_ELB_5XX_Count", statistic = "Sum"
      above     = 10, periods = 1, dimensions = { LoadBalancer = local.network.load_balancer_suffix }
    }
    postgres-at-ceiling = {
      text      = "Aurora has been above 90 % of its largest capacity for 15 minutes."
      namespace = "AWS/RDS", metric = "ServerlessDatabaseCapacity", statistic = "Average"
      above     = 0.9 * local.data.postgres_max_acu, periods = 3, dimensions = { DBClusterIdentifier = local.data.postgres_cluster }
    }
    postgres-connections = {
      text      = "Aurora has more than 1,500 connections: 26 for each process of the backend."
      namespace = "AWS/RDS", metric = "DatabaseConnections", statistic = "Maximum"
      above     = 1500, periods = 1, dimensions = { DBClusterIdentifier = local.data.postgres_cluster }
    }
    postgres-replica-lag = {
      text      = "A replica is more than 2 s behind: a fail-over would take as long, too."
      namespace = "AWS/RDS", metric = "AuroraReplicaLagMaximum", statistic = "Maximum"
      above     = 2000, periods = 2, dimensions = { DBClusterIdentifier = local.data.postgres_cluster }
    }
    postgres-deadlocks = {
      text      = "More than 20 deadlocks a minute: the program takes locks in one order, so that there should be none."
      namespace = "AWS/RDS", metric = "Deadlocks", statistic = "Average"
      above     = 0.34, periods = 3, dimensions = { DBClusterIdentifier = local.data.postgres_cluster }
    }
    valkey-memory = {
      text      = "Valkey is fuller than 85 %: counters go before their time."
      namespace = "AWS/ElastiCache", metric = "DatabaseMemoryUsagePercentage", statistic = "Maximum"
      above     = 85, periods = 3, dimensions = { ReplicationGroupId = local.data.valkey_group }
    }
    valkey-cpu = {
      text      = "Valkey's one thread is busy for more than 80 %."
      namespace = "AWS/ElastiCache", metric = "EngineCPUUtilization", statistic = "Maximum"
      above     = 80, periods = 3, dimensions = { ReplicationGroupId = local.data.valkey_group }
    }
    backups-failed = {
      text      = "A backup failed."
      namespace = "AWS/Backup", metric = "NumberOfBackupJobsFailed", statistic = "Sum"
      above     = 0, periods = 1, dimensions = { BackupVaultName = local.data.backup_vault_name }
    }
  }
}

resource "aws_cloudwatch_metric_alarm" "this" {
  for_each            = local.alarms
  alarm_name          = "${local.name}-${each.key}"
  alarm_description   = each.value.text
  namespace           = each.value.namespace
  metric_name         = each.value.metric
  statistic           = each.value.statistic
  dimensions          = each.value.dimensions
  comparison_operator = "GreaterThanThreshold"
  threshold           = each.value.above
  period              = 300
  evaluation_periods  = each.value.periods
  treat_missing_data  = "notBreaching"
  alarm_actions       = [aws_sns_topic.alarms.arn]
  ok_actions          = [aws_sns_topic.alarms.arn]
}

resource "aws_cloudwatch_metric_alarm" "tasks" {
  for_each            = var.services
  alarm_name          = "${local.name}-${each.key}-tasks"
  alarm_description   = "Fewer tasks of ${each.key} run than there are to be at least."
  namespace           = "ECS/ContainerInsights"
  metric_name         = "RunningTaskCount"
  statistic           = "Minimum"
  dimensions          = { ClusterName = local.network.cluster_name, ServiceName = "${local.name}-${each.key}" }
  comparison_operator = "LessThanThreshold"
  threshold           = each.value
  period              = 60
  evaluation_periods  = 5
  treat_missing_data  = "breaching"
  alarm_actions       = [aws_sns_topic.alarms.arn]
  ok_actions          = [aws_sns_topic.alarms.arn]
}
