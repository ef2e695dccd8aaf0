-- The images to play with. Those that are there already, deleted or not, stay as they are.
INSERT INTO images (id, name, status, visibility, owner, protected, size, checksum, disk_format, container_format,
    min_disk, min_ram, created_at, updated_at, deleted_at, deleted_by, deleted_by_request, deleted_through, status_before_delete)
VALUES
    ('3c3d1d01-b48a-4639-8a88-08be3b9b5d78', 'The image of the page', 'active', 'private', 'demo', FALSE, 2252800, 'eb9139e4942121f22bbc2afc0400b2a4', 'qcow2', 'bare', 1, 64,
        '2016-05-20 08:00:00+00', '2016-05-20 08:00:00+00', NULL, NULL, NULL, NULL, NULL),
    ('11111111-1111-4111-8111-111111111111', 'Protected golden image', 'active', 'private', 'demo', TRUE, 654311424, 'ee1eca47dc88f4879d8a229cc70a07c6', 'qcow2', 'bare', 10, 512,
        '2016-05-20 08:00:00+00', '2016-05-20 08:00:00+00', NULL, NULL, NULL, NULL, NULL),
    ('22222222-2222-4222-8222-222222222222', 'Other project, private', 'active', 'private', 'other', FALSE, 1073741824, NULL, 'raw', 'bare', 5, 256,
        '2016-05-20 08:00:00+00', '2016-05-20 08:00:00+00', NULL, NULL, NULL, NULL, NULL),
    ('33333333-3333-4333-8333-333333333333', 'Other project, public', 'active', 'public', 'other', FALSE, 310378496, NULL, 'vhd', 'bare', 4, 256,
        '2016-05-20 08:00:00+00', '2016-05-20 08:00:00+00', NULL, NULL, NULL, NULL, NULL),
    ('44444444-4444-4444-8444-444444444444', 'Deleted long ago', 'deleted', 'private', 'demo', FALSE, 2252800, NULL, 'qcow2', 'bare', 1, 64,
        '2016-05-20 08:00:00+00', '2016-05-23 02:43:34+00', '2016-05-23 02:43:34+00', 'mia', 'req-75e9edca-7b43-47da-bdc5-d39be469b72f', 'v1.1', 'active'),
    ('55555555-5555-4555-8555-555555555555', 'To play with, still queued', 'queued', 'private', 'demo', FALSE, NULL, NULL, NULL, NULL, 0, 0,
        '2016-05-20 08:00:00+00', '2016-05-20 08:00:00+00', NULL, NULL, NULL, NULL, NULL),
    ('66666666-6666-4666-8666-666666666666', 'To play with, shared', 'active', 'shared', 'demo', FALSE, 46137344, NULL, 'qcow2', 'bare', 1, 128,
        '2016-05-20 08:00:00+00', '2016-05-20 08:00:00+00', NULL, NULL, NULL, NULL, NULL),
    ('77777777-7777-4777-8777-777777777777', 'To play with, community', 'active', 'community', 'demo', FALSE, 46137344, NULL, 'qcow2', 'bare', 1, 128,
        '2016-05-20 08:00:00+00', '2016-05-20 08:00:00+00', NULL, NULL, NULL, NULL, NULL)
ON CONFLICT (id) DO NOTHING;
