package dev.imagesunset.server.image;

import dev.imagesunset.server.generated.Image;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Converts rows of the catalogue to and from the native API's images. */
final class ImageRecord {
    static final String COLUMNS =
            "id, name, status, visibility, owner, protected, size, virtual_size, checksum, disk_format, container_format, min_disk, min_ram, os_hidden, created_at, updated_at, tags, properties";

    private static final JsonMapper JSON = JsonMapper.shared();

    private ImageRecord() {}

    static Image read(ResultSet row, int number) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        Image image = new Image(
                id,
                Image.StatusEnum.fromValue(row.getString("status")),
                Image.VisibilityEnum.fromValue(row.getString("visibility")),
                row.getBoolean("protected"),
                row.getInt("min_disk"),
                row.getInt("min_ram"),
                row.getBoolean("os_hidden"),
                time(row, "created_at"),
                time(row, "updated_at"),
                JSON.readValue(row.getString("tags"), new TypeReference<List<String>>() {}),
                "/v2/images/" + id,
                "/v2/images/" + id + "/file",
                "/v2/schemas/image");
        image.name(row.getString("name"))
                .owner(row.getString("owner"))
                .size(row.getObject("size", Long.class))
                .virtualSize(row.getObject("virtual_size", Long.class))
                .checksum(row.getString("checksum"))
                .diskFormat(row.getString("disk_format"))
                .containerFormat(row.getString("container_format"));
        JSON.readValue(row.getString("properties"), new TypeReference<Map<String, String>>() {})
                .forEach(image::putAdditionalProperty);
        return image;
    }

    /** The approximate size of a row's image as JSON: what callers choose freely, plus what all images have. */
    static int bytes(ResultSet row) throws SQLException {
        return 1024 + row.getBytes("properties").length + row.getBytes("tags").length;
    }

    /** A time in whole seconds in UTC, as OpenStack writes times. */
    static OffsetDateTime time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class)
                .withOffsetSameInstant(ZoneOffset.UTC)
                .truncatedTo(ChronoUnit.SECONDS);
    }

    /** Sets the parameters with the names of the properties that callers can set. */
    static StatementSpec bind(Image image, StatementSpec statement) {
        return statement
                .param("id", image.getId())
                .param("name", image.getName())
                .param("visibility", image.getVisibility().getValue())
                .param("owner", image.getOwner())
                .param("protected", image.getProtected())
                .param("disk_format", image.getDiskFormat())
                .param("container_format", image.getContainerFormat())
                .param("min_disk", image.getMinDisk())
                .param("min_ram", image.getMinRam())
                .param("os_hidden", image.getOsHidden())
                .param("tags", JSON.writeValueAsString(image.getTags()))
                .param("properties", JSON.writeValueAsString(customProperties(image)));
    }

    static Map<String, String> customProperties(Image image) {
        @Nullable Map<String, String> properties = image.getAdditionalProperties();
        return properties == null ? Map.of() : properties;
    }
}
