output "name" {
  description = "The service's name in its cluster."
  value       = aws_ecs_service.this.name
}

output "security_group_id" {
  description = "Of its tasks: for rules that let them in elsewhere."
  value       = aws_security_group.this.id
}

output "task_role_arn" {
  description = "What the program acts as."
  value       = aws_iam_role.task.arn
}

output "task_definition_arn" {
  description = "The newest revision."
  value       = aws_ecs_task_definition.this.arn
}
