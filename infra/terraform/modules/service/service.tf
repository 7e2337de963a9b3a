resource "aws_ecs_service" "this" {
  name                               = var.name
  cluster                            = var.place.cluster_arn
  task_definition                    = aws_ecs_task_definition.this.arn
  desired_count                      = var.tasks.min
  launch_type                        = "FARGATE"
  propagate_tags                     = "SERVICE"
  enable_ecs_managed_tags            = true
  availability_zone_rebalancing      = "ENABLED"
  deployment_minimum_healthy_percent = 100
  deployment_maximum_percent         = 200
  health_check_grace_period_seconds  = var.target == null ? null : 180

  network_configuration {
    subnets          = var.place.subnet_ids
    security_groups  = [aws_security_group.this.id]
    assign_public_ip = false
  }

  # a release that doesn't become ready is taken back
  deployment_circuit_breaker {
    enable   = true
    rollback = true
  }

  dynamic "load_balancer" {
    for_each = var.target == null ? [] : [var.target]
    content {
      target_group_arn = load_balancer.value.group_arn
      container_name   = load_balancer.value.container
      container_port   = load_balancer.value.port
    }
  }

  dynamic "service_registries" {
    for_each = aws_service_discovery_service.this
    content {
      registry_arn = service_registries.value.arn
    }
  }

  # scaling's to change
  lifecycle {
    ignore_changes = [desired_count]
  }
}

resource "aws_cloudwatch_log_group" "this" {
  name              = "/ganglion/${var.name}"
  retention_in_days = var.log_days
  kms_key_id        = var.place.kms_key_arn
}

resource "aws_service_discovery_service" "this" {
  count = var.discovery == null ? 0 : 1
  name  = var.discovery.name

  dns_config {
    namespace_id   = var.discovery.namespace_id
    routing_policy = "MULTIVALUE"

    dns_records {
      type = "A"
      ttl  = 10
    }
  }
}
