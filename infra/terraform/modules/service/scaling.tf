locals {
  scales = var.tasks.max > var.tasks.min
}

resource "aws_appautoscaling_target" "this" {
  count              = local.scales ? 1 : 0
  service_namespace  = "ecs"
  scalable_dimension = "ecs:service:DesiredCount"
  resource_id        = "service/${var.place.cluster_name}/${aws_ecs_service.this.name}"
  min_capacity       = var.tasks.min
  max_capacity       = var.tasks.max
}

resource "aws_appautoscaling_policy" "cpu" {
  count              = local.scales && var.cpu_percent != null ? 1 : 0
  name               = "cpu"
  policy_type        = "TargetTrackingScaling"
  service_namespace  = aws_appautoscaling_target.this[0].service_namespace
  scalable_dimension = aws_appautoscaling_target.this[0].scalable_dimension
  resource_id        = aws_appautoscaling_target.this[0].resource_id

  target_tracking_scaling_policy_configuration {
    target_value       = var.cpu_percent
    scale_out_cooldown = 30
    scale_in_cooldown  = 300

    predefined_metric_specification {
      predefined_metric_type = "ECSServiceAverageCPUUtilization"
    }
  }
}

# Steps and no tracking: a delay is 0 while there are enough tasks, however many, so nothing could be learnt of it about too many.
# Taking tasks away again is the CPU's to say.
resource "aws_appautoscaling_policy" "metric" {
  count              = local.scales && var.metric != null ? 1 : 0
  name               = "metric"
  policy_type        = "StepScaling"
  service_namespace  = aws_appautoscaling_target.this[0].service_namespace
  scalable_dimension = aws_appautoscaling_target.this[0].scalable_dimension
  resource_id        = aws_appautoscaling_target.this[0].resource_id

  step_scaling_policy_configuration {
    adjustment_type          = "PercentChangeInCapacity"
    min_adjustment_magnitude = 1
    metric_aggregation_type  = "Maximum"
    cooldown                 = 60

    step_adjustment {
      metric_interval_lower_bound = 0
      metric_interval_upper_bound = 4 * var.metric.target
      scaling_adjustment          = 25
    }

    step_adjustment {
      metric_interval_lower_bound = 4 * var.metric.target
      scaling_adjustment          = 100
    }
  }
}

resource "aws_cloudwatch_metric_alarm" "metric" {
  count               = local.scales && var.metric != null ? 1 : 0
  alarm_name          = "${var.name}-scales"
  alarm_description   = "More tasks are wanted; nobody is to be called."
  namespace           = var.metric.namespace
  metric_name         = var.metric.name
  statistic           = "Maximum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = var.metric.target
  period              = 60
  evaluation_periods  = 1
  treat_missing_data  = "notBreaching"
  alarm_actions       = [aws_appautoscaling_policy.metric[0].arn]
}
