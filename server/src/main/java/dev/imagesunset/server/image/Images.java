package dev.imagesunset.server.image;

import dev.imagesunset.server.generated.Image;
import dev.imagesunset.server.problem.ProblemCode;
import dev.imagesunset.server.problem.Refusal;
import dev.imagesunset.server.request.Caller;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.node.ObjectNode;

/** The catalogue of images, one at a time. */
@Repository
public class Images {
    private static final String SHOW = "SELECT deleted_at, " + ImageRecord.COLUMNS + " FROM images WHERE id = :id";

    private static final String CREATE = """
            INSERT INTO images (id, name, status, visibility, owner, protected, disk_format, container_format,
                min_disk, min_ram, os_hidden, tags, properties, created_at, updated_at)
            VALUES (:id, :name, 'queued', :visibility, :owner, :protected, :disk_format, :container_format,
                :min_disk, :min_ram, :os_hidden, CAST(:tags AS jsonb), CAST(:properties AS jsonb), CURRENT_TIMESTAMP, CURRENT_TIMESTAMP)
            ON CONFLICT (id) DO NOTHING
            RETURNING\s""" + ImageRecord.COLUMNS;

    private static final String UPDATE = """
            UPDATE images
            SET name = :name, visibility = :visibility, owner = :owner, protected = :protected, disk_format = :disk_format,
                container_format = :container_format, min_disk = :min_disk, min_ram = :min_ram, os_hidden = :os_hidden,
                tags = CAST(:tags AS jsonb), properties = CAST(:properties AS jsonb), updated_at = CURRENT_TIMESTAMP
            WHERE id = :id
            RETURNING\s""" + ImageRecord.COLUMNS;

    private final JdbcClient database;
    private final ImageChanges changes;
    private final ImageQuota quota;
    private final TransactionTemplate transaction;

    Images(JdbcClient database, ImageChanges changes, ImageQuota quota, PlatformTransactionManager transactions) {
        this.database = database;
        this.changes = changes;
        this.quota = quota;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Shows an image.
     *
     * @throws Refusal if the image is not found
     */
    public Image show(UUID id, Caller caller) {
        Found found = find(SHOW, id);
        found.access().requireVisibleTo(caller);
        return found.image();
    }

    /**
     * Creates an image without data.
     *
     * @throws Refusal if the caller may not create it, a value is invalid, an image has or had its id, or its owner has
     *     as many images as it may have
     */
    public Image create(ObjectNode wanted, Caller caller) {
        Image image = changes.create(wanted, caller);
        quota.requireRoom(image.getOwner());
        return ImageRecord.bind(image, database.sql(CREATE))
                .query(ImageRecord::read)
                .optional()
                .orElseThrow(() -> new Refusal(ProblemCode.IMAGE_EXISTS));
    }

    /**
     * Makes all changes or none.
     *
     * @throws Refusal if the image is not found, the caller may not change it, or a change is invalid
     */
    public Image update(UUID id, List<PropertyChange> wanted, Caller caller) {
        return update(id, caller, image -> changes.change(image, wanted, caller));
    }

    /**
     * Adds a tag to an image.
     *
     * @throws Refusal if the image is not found, the caller may not change it, or it has too many tags
     */
    public void tag(UUID id, String tag, Caller caller) {
        update(id, caller, image -> changes.tag(image, tag));
    }

    /**
     * Removes a tag from an image.
     *
     * @throws Refusal if the image is not found, the caller may not change it, or it has no such tag
     */
    public void untag(UUID id, String tag, Caller caller) {
        update(id, caller, image -> changes.untag(image, tag));
    }

    private Image update(UUID id, Caller caller, UnaryOperator<Image> change) {
        return transaction.execute(status -> updateLocked(id, caller, change));
    }

    private Image updateLocked(UUID id, Caller caller, UnaryOperator<Image> change) {
        Found found = find(SHOW + " FOR UPDATE", id);
        found.access().requireChangeableBy(caller);
        Image changed = ImageRecord.bind(change.apply(found.image()), database.sql(UPDATE))
                .query(ImageRecord::read)
                .single();
        AuditLog.changed(found.image(), changed, caller);
        return changed;
    }

    private Found find(String sql, UUID id) {
        return database.sql(sql)
                .param("id", id)
                .query((row, number) -> {
                    ImageAccess access = ImageAccess.read(row, number);
                    if (access.isDeleted()) {
                        throw new Refusal(ProblemCode.IMAGE_NOT_FOUND);
                    }
                    return new Found(access, ImageRecord.read(row, number));
                })
                .optional()
                .orElseThrow(() -> new Refusal(ProblemCode.IMAGE_NOT_FOUND));
    }

    private record Found(ImageAccess access, Image image) {}
}
