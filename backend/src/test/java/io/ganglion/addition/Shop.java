package io.ganglion.addition;

import io.ganglion.kernel.TenantId;
import io.ganglion.schema.Schemas;
import io.ganglion.workflow.Texts;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** The API of a shop, as its OpenAPI document has it. */
final class Shop {
  static final String DOCUMENT =
      """
      openapi: 3.1.0
      info: {title: Shop, version: '1'}
      servers: [{url: 'https://{region}.shop.example/v1/', variables: {region: {default: eu}}}]
      security: [{key: []}]
      components:
        securitySchemes:
          key: {type: apiKey, in: header, name: X-Shop-Key}
        schemas:
          Item:
            type: object
            required: [id, name]
            properties:
              id: {type: integer, readOnly: true}
              name: {type: string, maxLength: 40}
              parent: {$ref: '#/components/schemas/Item'}
      paths:
        /items:
          get:
            operationId: list-items
            summary: What the shop has
            parameters:
              - {name: tag, in: query, schema: {type: array, items: {type: string}}}
              - {name: page, in: query, schema: {type: integer, minimum: 1}}
            responses: {'200': {description: ok, content: {application/json: {schema: {type: object}}}}}
          post:
            operationId: addItem
            requestBody:
              required: true
              content: {application/json: {schema: {$ref: '#/components/schemas/Item'}}}
            responses: {'201': {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/Item'}}}}}
        /items/{itemId}:
          parameters: [{name: itemId, in: path, required: true, schema: {type: string}}]
          put:
            operationId: putItem
            requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Item'}}}}
            responses: {'200': {description: ok}}
          delete: {operationId: deleteItem, responses: {'204': {description: gone}}}
        /pictures:
          post:
            operationId: sendPicture
            requestBody: {content: {multipart/form-data: {schema: {type: object}}}}
            responses: {'200': {description: ok}}
        /me:
          get: {operationId: me, responses: {'200': {description: ok}}}
      """;

  private Shop() {}

  static Draft read(String document) {
    return ApiReading.read(Texts.value(document), Optional.empty(), new Schemas());
  }

  static Addition addition() {
    var draft = read(DOCUMENT);
    return new Addition(
        "my-shop",
        Addition.Kind.OPENAPI,
        draft.title(),
        URI.create("https://eu.shop.example/v1"),
        draft.schemes(),
        Optional.empty(),
        draft.offers(),
        1,
        Instant.EPOCH);
  }

  static Addition saying(String action, Edit.OfAction words) {
    return Editing.edited(
        addition(),
        new Edit(Optional.empty(), Optional.empty(), Optional.empty(), Map.of(action, words)));
  }

  static TenantId tenant() {
    return TenantId.fromString("ten_01h2xcejqtf2nbrexx3vqjhp41");
  }
}
